// A worker thread with nothing to do.
