package io.modernize.cmdb.inventory;

import java.util.List;
import java.util.Locale;

/**
 * A coarse family of operating systems, derived from the free text of {@code osName}. Migration planners filter by it.
 */
public enum OsFamily {
    LINUX(List.of(
            "linux", "ubuntu", "debian", "centos", "fedora", "red hat", "redhat", "rhel", "suse", "sles", "alma",
            "rocky", "alpine", "coreos", "amazon")),
    WINDOWS(List.of("windows", "win2", "microsoft")),
    AIX(List.of("aix")),
    SOLARIS(List.of("solaris", "sunos")),
    HP_UX(List.of("hp-ux", "hpux")),
    MACOS(List.of("macos", "mac os", "os x", "darwin")),
    BSD(List.of("bsd")),
    MAINFRAME(List.of("z/os", "zos", "os/390", "i5/os", "os/400", "ibm i")),
    HYPERVISOR(List.of("esx", "vmware", "hyper-v", "proxmox", "xen")),
    NETWORK_OS(List.of(
            "ios", "nx-os", "junos", "arubaos", "eos", "fortios", "pan-os", "big-ip", "tmos", "routeros", "opengear")),
    OTHER(List.of());

    private final List<String> markers;

    OsFamily(List<String> markers) {
        this.markers = markers;
    }

    /** The family whose marker occurs in the name, in the order of declaration. {@link #OTHER} if no marker occurs. */
    public static OsFamily of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        for (OsFamily family : values()) {
            for (String marker : family.markers) {
                if (name.contains(marker)) {
                    return family;
                }
            }
        }
        return OTHER;
    }
}
