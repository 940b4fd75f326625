package io.modernize.cmdb.embedding.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changed assets are embedded at once.
 *
 * @param atOnce the number of engagements that are embedded at once, 1 to {@value #MOST}; one client account has at most
 *     all but one of them, if there are several
 */
@ConfigurationProperties("cmdb.embedding.prompt")
record PromptEmbeddingProperties(@DefaultValue("2") int atOnce) {
    private static final int MOST = 64;

    PromptEmbeddingProperties {
        if (atOnce < 1 || atOnce > MOST) {
            throw new IllegalArgumentException("cmdb.embedding.prompt.at-once is 1 to " + MOST + ", not " + atOnce);
        }
    }
}
