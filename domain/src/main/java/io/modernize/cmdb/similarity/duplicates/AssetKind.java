package io.modernize.cmdb.similarity.duplicates;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the class of a configuration item says about which other item it can be. */
final class AssetKind {
    private static final String PREFIX = "cmdb_ci_";

    /** A machine gets one or another of these, depending on how much the source knows. */
    private static final Set<String> HOSTS = Set.of(
            "server",
            "linux_server",
            "win_server",
            "unix_server",
            "aix_server",
            "solaris_server",
            "hpux_server",
            "osx_server",
            "esx_server",
            "hyper_v_server",
            "mainframe",
            "computer",
            "vm",
            "vm_instance",
            "vmware_instance",
            "ec2_instance",
            "azure_vm");

    private AssetKind() {}

    /** Whether it is a machine with a host name of its own; an unknown class may be one. */
    static boolean isHost(@Nullable String ciClass) {
        return ciClass == null || HOSTS.contains(bare(ciClass));
    }

    /** Whether two items of these classes can be the same thing, recorded twice. */
    static boolean canBeOne(@Nullable String ciClass, @Nullable String other) {
        return ciClass == null
                || other == null
                || bare(ciClass).equals(bare(other))
                || (isHost(ciClass) && isHost(other));
    }

    private static String bare(String ciClass) {
        String lowerCase = ciClass.strip().toLowerCase(Locale.ROOT);
        return lowerCase.startsWith(PREFIX) ? lowerCase.substring(PREFIX.length()) : lowerCase;
    }
}
