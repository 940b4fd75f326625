package io.modernize.cmdb.embedding.protocol.deepinfra;

/** The secret of requests. It appears in the {@code Authorization} header and nowhere else. */
public final class ApiKey {
    private final String value;

    /** @throws IllegalArgumentException if it is empty or cannot stand in a header; the message does not quote it */
    public ApiKey(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("the API key is empty");
        }
        // The JDK would quote the whole header in its own complaint.
        if (!stripped.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the API key holds characters other than printable ASCII");
        }
        this.value = stripped;
    }

    /** The value of the {@code Authorization} header. */
    String bearer() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "ApiKey[masked]";
    }
}
