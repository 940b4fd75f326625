package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.inventory.OsFamily;
import org.jspecify.annotations.Nullable;

/** GraphQL enum {@code OsFamily}. */
enum OsFamilyPayload {
    LINUX(OsFamily.LINUX),
    WINDOWS(OsFamily.WINDOWS),
    AIX(OsFamily.AIX),
    SOLARIS(OsFamily.SOLARIS),
    HP_UX(OsFamily.HP_UX),
    MACOS(OsFamily.MACOS),
    BSD(OsFamily.BSD),
    MAINFRAME(OsFamily.MAINFRAME),
    HYPERVISOR(OsFamily.HYPERVISOR),
    NETWORK_OS(OsFamily.NETWORK_OS),
    OTHER(OsFamily.OTHER);

    private final OsFamily family;

    OsFamilyPayload(OsFamily family) {
        this.family = family;
    }

    static @Nullable OsFamilyPayload from(@Nullable OsFamily family) {
        return switch (family) {
            case null -> null;
            case LINUX -> LINUX;
            case WINDOWS -> WINDOWS;
            case AIX -> AIX;
            case SOLARIS -> SOLARIS;
            case HP_UX -> HP_UX;
            case MACOS -> MACOS;
            case BSD -> BSD;
            case MAINFRAME -> MAINFRAME;
            case HYPERVISOR -> HYPERVISOR;
            case NETWORK_OS -> NETWORK_OS;
            case OTHER -> OTHER;
        };
    }

    OsFamily toDomain() {
        return family;
    }
}
