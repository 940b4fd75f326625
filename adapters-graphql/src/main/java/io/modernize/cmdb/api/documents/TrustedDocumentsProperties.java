package io.modernize.cmdb.api.documents;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of documents that callers may name instead of sending them.
 *
 * @param mode whether callers may name documents, or have to; off by default
 * @param manifest the place of the documents, for example {@code file:/etc/cmdb/documents.json}
 */
@ConfigurationProperties("cmdb.api.trusted-documents")
record TrustedDocumentsProperties(
        @DefaultValue("off") Mode mode, @Nullable Resource manifest) {
    enum Mode {
        OFF,
        ALLOWED,
        REQUIRED
    }

    public TrustedDocumentsProperties {
        if (mode != Mode.OFF && manifest == null) {
            throw new IllegalArgumentException("cmdb.api.trusted-documents.mode is " + mode
                    + ", so cmdb.api.trusted-documents.manifest is needed");
        }
    }

    public boolean areOff() {
        return mode == Mode.OFF;
    }

    boolean areRequired() {
        return mode == Mode.REQUIRED;
    }
}
