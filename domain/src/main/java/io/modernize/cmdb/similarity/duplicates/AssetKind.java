package io.modernize.cmdb.similarity.duplicates;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by the classes of two configuration items whether they can be the same item. */
final class AssetKind {
    private static final String PREFIX = "cmdb_ci_";

    /** Classes of machines. A machine has one or another of them, depending on how much the source knows. */
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

    /** Whether a class is that of a machine with a host name of its own. An unknown class may be one. */
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
