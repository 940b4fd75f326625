package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;

/**
 * Where a class stands under the root package. A fixture is a small code base with a root of its own, so that the rules
 * see in it what they see in production.
 */
final class Layout {
    static final String ROOT = "io.modernize.cmdb";
    static final String FIXTURES = ROOT + ".architecture.fixtures";

    private static final Pattern ROOTS = Pattern.compile(
            "(?:%s\\.\\w+|%s)(?:\\.(?<rest>.+))?".formatted(FIXTURES.replace(".", "\\."), ROOT.replace(".", "\\.")));

    private Layout() {}

    static boolean isOurs(JavaClass type) {
        return ROOTS.matcher(type.getPackageName()).matches();
    }

    /** The package below the root, for example {@code tenancy.persistence}; empty for the root itself. */
    static String leafPackage(JavaClass type) {
        return leafPackage(type.getPackageName());
    }

    /** The same of a package that is named with its root. */
    static String leafPackage(String packageName) {
        var matcher = ROOTS.matcher(packageName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(packageName + " is not ours");
        }
        String rest = matcher.group("rest");
        return rest == null ? "" : rest;
    }

    static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }
}
