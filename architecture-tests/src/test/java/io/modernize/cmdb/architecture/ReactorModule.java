package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.util.regex.Pattern;

/** Tells from which Maven module a class was loaded: out of its jar, or out of its target folder. */
final class ReactorModule {
    private static final Pattern JAR = Pattern.compile(".*/cmdb-([a-z-]+)-\\d[^/]*\\.jar!/.*");
    private static final Pattern FOLDER = Pattern.compile(".*/([a-z-]+)/target/(?:test-)?classes/.*");

    private ReactorModule() {}

    static String of(JavaClass type) {
        URI uri = type.getSource()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " was not read from a file"))
                .getUri();
        for (Pattern shape : new Pattern[] {JAR, FOLDER}) {
            var matcher = shape.matcher(uri.toString());
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        throw new IllegalStateException("no module of the reactor: " + uri);
    }
}
