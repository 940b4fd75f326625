package io.modernize.cmdb.similarity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateKeyTests {
    @Test
    void comparesSerialNumbersByLettersAndDigits() {
        assertThat(serialNumbers("VMware-42 1c 8d-7f")).containsExactly("VMWARE421C8D7F");
        assertThat(serialNumbers("vmware-421C8D7F")).containsExactly("VMWARE421C8D7F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "N/A",
                "n.a.",
                "unknown",
                "0",
                "0000000",
                "xxxx-xxxx",
                "To be filled by O.E.M.",
                "To Be Filled By O.E.M. by More String",
                "Default string",
                "Not Specified",
                "System Serial Number",
                "123456789",
                "A1",
                "---"
            })
    void takesNoPlaceholderForASerialNumber(String serialNumber) {
        assertThat(serialNumbers(serialNumber)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "' 192.0.2.7 ', 192.0.2.7",
        "192.0.2.7/24, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:DB8::7, 2001:db8:0:0:0:0:0:7",
        "2001:db8:0::0007/64, 2001:db8:0:0:0:0:0:7"
    })
    void comparesAddressesInTheirCanonicalForm(String written, String canonical) {
        assertThat(addresses(written)).containsExactly(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "0.0.0.0",
                "::",
                "169.254.10.11",
                "fe80::1%eth0",
                "224.0.0.1",
                "255.255.255.255",
                "dhcp",
                "web01.corp.example",
                "300.1.2.3",
                "1.2.3",
                "42",
                ""
            })
    void takesNoAddressThatManyHaveAndNothingElse(String written) {
        assertThat(addresses(written)).isEmpty();
    }

    @Test
    void takesSoManyAddresses() {
        String[] addresses =
                IntStream.range(0, 40).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);

        assertThat(addresses(addresses)).hasSize(HostAddresses.MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "WEB-01, web-1, ",
        "web01, web-1, ",
        "web_1, web-1, ",
        "web01.corp.example, web-1, web01.corp.example",
        "Web01.Corp.Example., web-1, web01.corp.example",
        "mail.corp.example, mail, mail.corp.example",
        "web01.example, web-1, web01.example",
        "Node.js, node-js, ",
        "Payroll v1.2, payroll-v-1-2, ",
        "192.0.2.7, , ",
        "localhost, , ",
        "localhost.localdomain, , ",
        "4711, , "
    })
    void comparesNamesByTheirWordsAndNumbers(String name, String shortName, String qualified) {
        AssetAttributes asset = AssetAttributes.named(name).build();

        assertThat(values(asset, Kind.SHORT_NAME)).isEqualTo(shortName == null ? List.of() : List.of(shortName));
        assertThat(values(asset, Kind.QUALIFIED_NAME)).isEqualTo(qualified == null ? List.of() : List.of(qualified));
    }

    @Test
    void prefersHostNameAndDomainNameOfAMachine() {
        AssetAttributes machine = AssetAttributes.named("The web server in the basement")
                .ciClass("cmdb_ci_linux_server")
                .hostName("WEB01")
                .fqdn("web01.corp.example")
                .build();

        assertThat(DuplicateKey.of(machine))
                .containsExactlyInAnyOrder(
                        new DuplicateKey(Kind.SHORT_NAME, "web-1"),
                        new DuplicateKey(Kind.QUALIFIED_NAME, "web01.corp.example"));
    }

    /** Two databases of one machine have its host name, and are two. */
    @Test
    void takesADatabaseByItsOwnName() {
        AssetAttributes database = AssetAttributes.named("ORCL1")
                .ciClass("cmdb_ci_db_ora_instance")
                .hostName("db01")
                .fqdn("db01.corp.example")
                .build();

        assertThat(DuplicateKey.of(database)).containsExactly(new DuplicateKey(Kind.SHORT_NAME, "orcl-1"));
    }

    private static List<String> serialNumbers(String serialNumber) {
        return values(AssetAttributes.named("a").serialNumber(serialNumber).build(), Kind.SERIAL_NUMBER);
    }

    private static List<String> addresses(String... addresses) {
        return values(AssetAttributes.named("a").addresses(List.of(addresses)).build(), Kind.ADDRESS);
    }

    private static List<String> values(AssetAttributes asset, Kind kind) {
        return DuplicateKey.of(asset).stream()
                .filter(key -> key.kind() == kind)
                .map(DuplicateKey::value)
                .toList();
    }
}
