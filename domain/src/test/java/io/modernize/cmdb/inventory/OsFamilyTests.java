package io.modernize.cmdb.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsFamilyTests {
    @ParameterizedTest
    @CsvSource({
        "Linux Red Hat, LINUX",
        "Ubuntu 24.04 LTS, LINUX",
        "SUSE Linux Enterprise Server 15, LINUX",
        "Amazon Linux 2, LINUX",
        "Windows Server 2022 Datacenter, WINDOWS",
        "MICROSOFT WINDOWS, WINDOWS",
        "AIX 7.3, AIX",
        "Oracle Solaris 11.4, SOLARIS",
        "HP-UX 11i, HP_UX",
        "macOS 15, MACOS",
        "FreeBSD 14, BSD",
        "z/OS 3.1, MAINFRAME",
        "VMware ESXi 8.0, HYPERVISOR",
        "Cisco IOS-XE 17, NETWORK_OS",
        "Cisco NX-OS, NETWORK_OS",
        "Haiku R1, OTHER"
    })
    void followsFromTheName(String osName, OsFamily family) {
        assertThat(OsFamily.of(osName)).isEqualTo(family);
    }

    @Test
    void isUnknownWithoutAName() {
        assertThat(AssetAttributes.named("n").build().osFamily()).isNull();
        assertThat(AssetAttributes.named("n").osName("Debian").build().osFamily())
                .isEqualTo(OsFamily.LINUX);
    }
}
