package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.OsFamily;
import org.jspecify.annotations.Nullable;

/** ServiceNow's class of a server, for sources that only name the operating system. */
public final class ServerClass {
    private static final String ANY_SERVER = "cmdb_ci_server";

    private ServerClass() {}

    public static String of(@Nullable String osName) {
        return osName == null
                ? ANY_SERVER
                : switch (OsFamily.of(osName)) {
                    case WINDOWS -> "cmdb_ci_win_server";
                    case LINUX -> "cmdb_ci_linux_server";
                    case AIX -> "cmdb_ci_aix_server";
                    case SOLARIS, HP_UX, MACOS, BSD, MAINFRAME, HYPERVISOR, NETWORK_OS, OTHER -> ANY_SERVER;
                };
    }
}
