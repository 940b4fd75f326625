package io.modernize.cmdb.tenancy.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoSecretsTests {
    private final DemoSecrets secrets = new DemoSecrets();

    @Test
    void matchTheSecretItselfAndNothingElse() {
        assertThat(secrets.encode("süß")).isEqualTo("süß");
        assertThat(secrets.matches("süß", "süß")).isTrue();
        assertThat(secrets.matches("süss", "süß")).isFalse();
        assertThat(secrets.matches("süß ", "süß")).isFalse();
        assertThat(secrets.upgradeEncoding("süß")).isFalse();
    }

    @Test
    void matchNothingWhereOneIsMissing() {
        assertThat(secrets.matches("", "")).isFalse();
        assertThat(secrets.matches(null, null)).isFalse();
        assertThat(secrets.matches("null", null)).isFalse();
        assertThat(secrets.matches(null, "any")).isFalse();
    }
}
