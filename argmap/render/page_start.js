/* The pictures are in the file: begin. */
page();
