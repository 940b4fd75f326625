package io.modernize.cmdb.testsupport.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.report.SlowestTestClasses.TestClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestTestClassesTests {
    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

    @TempDir
    private Path project;

    @Test
    void readsTheReportsOfThisBuildOnly() throws Exception {
        report("a/target/surefire-reports/TEST-a.QuickTests.xml", "a.QuickTests", "0.012", 3, START);
        report("b/target/failsafe-reports/TEST-b.SlowIT.xml", "b.SlowIT", "1,234.5", 7, START.plusSeconds(60));
        report("b/target/failsafe-reports/TEST-b.GoneIT.xml", "b.GoneIT", "9", 1, START.minusSeconds(1));
        Files.writeString(project.resolve("pom.xml"), "<project/>");

        assertThat(SlowestTestClasses.read(project, START))
                .containsExactlyInAnyOrder(
                        new TestClass("a.QuickTests", 0.012, 3), new TestClass("b.SlowIT", 1_234.5, 7));
    }

    private void report(String path, String name, String seconds, int tests, Instant written) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- of a run -->\n<testsuite name=\"%s\" time=\"%s\" tests=\"%d\"/>"
                        .formatted(name, seconds, tests));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
