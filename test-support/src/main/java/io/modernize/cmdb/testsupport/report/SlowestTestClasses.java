package io.modernize.cmdb.testsupport.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Prints the test classes of a build that took longest: where to begin when the build has become slow. */
public final class SlowestTestClasses {
    private static final int SHOWN = 10;

    private SlowestTestClasses() {}

    /**
     * A class that ran.
     *
     * @param seconds of wall-clock time, the start of its application included
     */
    record TestClass(String name, double seconds, int tests) {}

    /** @param args the project's folder, and when the build began (ISO 8601): reports of earlier builds do not count */
    public static void main(String[] args) throws IOException, XMLStreamException {
        List<TestClass> classes = read(Path.of(args[0]), Instant.parse(args[1]));
        if (classes.isEmpty()) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "Slowest of %d test classes (%d tests, %.0f s one after the other):%n",
                classes.size(),
                classes.stream().mapToInt(TestClass::tests).sum(),
                classes.stream().mapToDouble(TestClass::seconds).sum());
        classes.stream()
                .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
                .limit(SHOWN)
                .forEach(test -> System.out.printf(
                        Locale.ROOT, "%8.1f s %5d tests  %s%n", test.seconds(), test.tests(), test.name()));
    }

    /** By the reports of Surefire and Failsafe in the modules of that folder. */
    static List<TestClass> read(Path project, Instant since) throws IOException, XMLStreamException {
        List<TestClass> classes = new ArrayList<>();
        for (String reports : List.of("surefire-reports", "failsafe-reports")) {
            try (DirectoryStream<Path> modules = Files.newDirectoryStream(project, Files::isDirectory)) {
                for (Path module : modules) {
                    Path folder = module.resolve("target").resolve(reports);
                    if (Files.isDirectory(folder)) {
                        readFolder(folder, since, classes);
                    }
                }
            }
        }
        return classes;
    }

    private static void readFolder(Path folder, Instant since, List<TestClass> classes)
            throws IOException, XMLStreamException {
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path report : reports) {
                if (!Files.getLastModifiedTime(report).toInstant().isBefore(since)) {
                    classes.add(readReport(report));
                }
            }
        }
    }

    private static TestClass readReport(Path report) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream file = Files.newInputStream(report)) {
            XMLStreamReader reader = factory.createXMLStreamReader(file);
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // Comments may come first.
            }
            return new TestClass(
                    reader.getAttributeValue(null, "name"),
                    Double.parseDouble(reader.getAttributeValue(null, "time").replace(",", "")),
                    Integer.parseInt(reader.getAttributeValue(null, "tests")));
        }
    }
}
