package io.portafilter.snapshot.folder;

/** What a file holds, and how complaints call it. */
record NamedText(String file, FileText text) {}
