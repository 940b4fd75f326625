package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.SharedData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The malformed files, either those of {@code shared/data}, or equivalents of them that are made on the spot. */
public enum MalformedSamples {
    SHARED {
        @Override
        Path file(String name, Path folder) {
            return SharedData.file("malformed/" + name);
        }
    },
    MADE_HERE {
        @Override
        Path file(String name, Path folder) throws IOException {
            return Files.write(folder.resolve(name), content(name));
        }
    };

    private static final String HEADER =
            "sys_id,name,ip_address,os,os_version,cpu_count,ram,location,short_description";
    private static final String DB = "7ef19a44a1df11b0d4633c531efbb1f7,db01.rdu3.fedoraproject.org,192.0.2.194";
    private static final String WIKI = "30930224de7aabd144422cd5a42764ca,wiki01.rdu3.fedoraproject.org,198.51.100.83";
    private static final String RABBITMQ =
            "9b70c49223f86e5076e644f4049179e3,rabbitmq01.rdu3.fedoraproject.org,198.51.100.36";
    private static final String IPA = "beb8f27f50a4cdd877a61a39e05c5668,ipa01.rdu3.fedoraproject.org,192.0.2.212";
    private static final String KOJI = "f971860d2196244810ebe98019ca748c,koji01.rdu3.fedoraproject.org,192.0.2.221";
    private static final String REST = ",Linux,9,8,8192,rdu3,A server";

    abstract Path file(String name, Path folder) throws IOException;

    private static byte[] content(String name) {
        Charset charset = name.contains("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        return text(name).getBytes(charset);
    }

    private static String text(String name) {
        return switch (name) {
            case "01-utf8-bom.csv" ->
                "\uFEFF" + lines(HEADER, DB + REST, WIKI + REST, RABBITMQ + REST, IPA + REST, KOJI + REST);
            case "02-windows-1252-umlauts.csv" ->
                lines(
                        HEADER,
                        DB + ",Linux,9,8,8192,Köln,Datenbank",
                        WIKI + ",Linux,9,8,8192,München,Wiki",
                        RABBITMQ + ",Linux,9,8,8192,Düsseldorf,Nachrichtenverteiler – außer Betrieb",
                        IPA + ",Linux,9,8,8192,Würzburg,\"Verzeichnisdienst, Kosten 1.200 € je Jahr\"");
            case "03-semicolon.csv" ->
                lines(
                        "sys_id;name;ip_address;os;os_version;cpu_count;ram;disk_space;location;short_description",
                        semicolons(DB, "1464,84"),
                        semicolons(WIKI, "29,3"),
                        semicolons(RABBITMQ, "19,53"),
                        semicolons(IPA, "48,83"),
                        semicolons(KOJI, "97,66"));
            case "04-crlf-multiline.csv" ->
                lines(
                                HEADER,
                                DB + REST,
                                WIKI + ",Linux,9,8,8192,rdu3,\"Wiki application server\nsecond line, with a comma and a"
                                        + " \"\"quoted\"\" word\"",
                                RABBITMQ + REST,
                                IPA + REST)
                        .replace("\n", "\r\n");
            case "05-missing-required-column.csv" ->
                lines(HEADER.replace(",name", ""), "7ef19a44a1df11b0d4633c531efbb1f7,192.0.2.194" + REST);
            case "06-duplicate-header.csv" ->
                lines(HEADER.replace("name", "name,name"), DB.replace(",db01", ",other,db01") + REST);
            case "07-ragged-rows.csv" ->
                lines(
                        HEADER,
                        DB + REST,
                        WIKI + REST,
                        RABBITMQ + ",Linux,9",
                        IPA + REST,
                        KOJI + REST + ",extra,columns");
            case "08-unclosed-quote.csv" ->
                lines(
                        HEADER,
                        DB + REST,
                        WIKI + REST,
                        RABBITMQ + ",Linux,9,8,8192,rdu3,\"Message broker",
                        IPA + REST,
                        KOJI + REST);
            case "09-one-mebibyte-cell.csv" ->
                lines(HEADER, DB + REST, WIKI + ",Linux,9,8,8192,rdu3," + "x".repeat(1 << 20), RABBITMQ + REST);
            case "10-nul-byte.csv" ->
                lines(HEADER, DB + REST, WIKI.replace("wiki01", "wiki01\0") + REST, RABBITMQ + REST);
            case "11-empty-file.csv" -> "";
            case "12-header-only.csv" -> lines(HEADER);
            case "13-duplicate-external-id.csv" ->
                lines(
                        HEADER,
                        DB + REST,
                        WIKI + REST,
                        RABBITMQ + REST,
                        IPA.replace("beb8f27f50a4cdd877a61a39e05c5668", "30930224de7aabd144422cd5a42764ca") + REST);
            default -> throw new IllegalArgumentException("no malformed file " + name);
        };
    }

    private static String semicolons(String opening, String diskSpace) {
        return opening.replace(',', ';') + ";Linux;9;8;8192;" + diskSpace + ";rdu3;A server";
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
