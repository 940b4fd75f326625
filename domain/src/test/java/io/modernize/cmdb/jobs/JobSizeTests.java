package io.modernize.cmdb.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobSizeTests {
    @Test
    void isSmallForAnImportOfUpToAMebibyte() {
        assertThat(JobSize.ofImport(0)).isEqualTo(JobSize.SMALL);
        assertThat(JobSize.ofImport(1_048_576)).isEqualTo(JobSize.SMALL);
        assertThat(JobSize.ofImport(1_048_577)).isEqualTo(JobSize.LARGE);
    }
}
