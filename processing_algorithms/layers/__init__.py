"""What turns layers into arrays and arrays into layers."""
