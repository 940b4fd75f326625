package io.modernize.cmdb.embedding.protocol.deepinfra;

import java.util.Locale;

/** The forms in which vectors travel. Answers are read in either form, whichever was asked for. */
public enum EncodingFormat {
    /** Little-endian 32-bit floats as base64: exact, and a quarter of the bytes of decimals. */
    BASE64,
    /** Decimal numbers, for providers or proxies that do not know base64. */
    FLOAT;

    /** The word of the protocol. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
