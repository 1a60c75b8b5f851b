package io.portafilter.proxy.http1;

import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import java.util.List;

/** Lists of words in fields (RFC 9110 §5.6.1), compared in any case. */
final class Tokens {
    private Tokens() {}

    /** Whether one of the fields of this name holds this word. */
    static boolean has(Fields fields, int name, String word) {
        if (!fields.has(name)) {
            return false;
        }
        for (String value : fields.all(name)) {
            for (String part : value.split(",", -1)) {
                if (part.trim().equalsIgnoreCase(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether Transfer-Encoding is there once and says {@code chunked}, nothing else. */
    static boolean isChunked(Fields fields) {
        List<String> values = fields.all(FieldName.TRANSFER_ENCODING);
        return values.size() == 1 && values.getFirst().equalsIgnoreCase("chunked");
    }
}
