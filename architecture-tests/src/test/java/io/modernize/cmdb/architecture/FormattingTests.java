package io.modernize.cmdb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the code to palantir-java-format, whose version the parent POM pins. A test and no Maven plugin, since the
 * formatter parses with the javac of its own JVM: a plugin would run on Maven's Java, which may be too old for our
 * syntax; tests run on the JDK that compiles it.
 */
class FormattingTests {
    private static final Style STYLE = Style.PALANTIR;

    /** The jar, whose name has its version, the style, and the JVM, whose javac it parses with. */
    private static final String DESCRIPTION =
            Formatter.class.getProtectionDomain().getCodeSource().getLocation() + " " + STYLE + " " + Runtime.version();

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    @Test
    void findsEveryFileFormatted() throws Exception {
        boolean apply = Boolean.getBoolean("format.apply");
        FormattedFiles known = FormattedFiles.read(Path.of("target", "formatted-files"), DESCRIPTION);
        List<Path> unformatted = new ArrayList<>();
        for (Path file : SourceTree.allFiles()) {
            String source = Files.readString(file);
            if (known.has(source)) {
                continue;
            }
            String formatted = format(file, source);
            if (formatted.equals(source)) {
                known.add(source);
            } else if (apply) {
                Files.writeString(file, formatted);
            } else {
                unformatted.add(file);
            }
        }
        known.write();
        assertThat(unformatted).as("files that scripts/format would change").isEmpty();
    }

    @Test
    void noticesAFileThatIsNot() throws Exception {
        String source = "class  Crooked{int one ;}\n";

        assertThat(format(Path.of("Crooked.java"), source)).isNotEqualTo(source);
    }

    @Test
    void remembersWhatIsFormattedByItsContent(@TempDir Path folder) throws Exception {
        Path memory = folder.resolve("new").resolve("memory");
        FormattedFiles first = FormattedFiles.read(memory, "one");
        assertThat(first.has("class One {}")).isFalse();
        first.add("class One {}");
        first.add("class Two {}");
        first.write();

        FormattedFiles second = FormattedFiles.read(memory, "one");
        assertThat(second.has("class One {}")).isTrue();
        assertThat(second.has("class  One {}")).isFalse();
        second.write();

        assertThat(FormattedFiles.read(memory, "another").has("class One {}")).isFalse();
        assertThat(FormattedFiles.read(memory, "one").has("class Two {}"))
                .as("no file contains it any more")
                .isFalse();
    }

    private String format(Path file, String source) throws IOException {
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (FormatterException e) {
            throw new IOException("the formatter cannot read " + file, e);
        }
    }
}
