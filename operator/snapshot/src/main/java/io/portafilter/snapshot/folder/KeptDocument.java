package io.portafilter.snapshot.folder;

import java.util.List;

/**
 * A document that was good, and objects of it that a broken file keeps.
 *
 * @param line where it began in its file, from 0
 * @param objects the objects that are kept, as {@code Ingress shop/web}
 * @param text its text
 */
record KeptDocument(int line, List<String> objects, String text) {}
