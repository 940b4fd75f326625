package io.modernize.cmdb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditOriginTests {
    @Test
    void boundsWhatCallersWrite() {
        assertThat(new AuditOrigin(null, null, "x".repeat(10_000)).userAgent()).hasSize(200);
    }

    @Test
    void keepsNothingThatBreaksALineOrATerminal() {
        assertThat(new AuditOrigin("192.0.2.1", "1", "curl\r\n/8\u0000\u001b[2J\ud800").userAgent())
                .isEqualTo("curl/8[2J");
    }

    @Test
    void takesBlanksForNothing() {
        assertThat(new AuditOrigin("", " ", "\t")).isEqualTo(AuditOrigin.NONE);
    }

    @Test
    void namesTheActionOfAMutation() {
        assertThat(AuditAction.ofMutation("startDuplicateSearch")).contains(AuditAction.START_DUPLICATE_SEARCH);
        assertThat(AuditAction.ofMutation("somethingNew")).isEmpty();
    }
}
