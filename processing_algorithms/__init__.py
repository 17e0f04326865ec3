"""One file per Processing algorithm: parameters in, one call into `analysis`, layers out."""
