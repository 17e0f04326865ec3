"""Korean special zones: what official files hold, the catalogue of types and the rules of designation."""
