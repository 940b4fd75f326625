package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.duplicates.Assets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentifierMatchTests {
    private final Asset asset = Assets.of(AssetAttributes.named("Billing")
            .hostName("KOJI01")
            .fqdn("koji01.example.org")
            .serialNumber("SN-4711")
            .assetTag("P0001")
            .addresses(List.of("10.4.2.17", "fe80::1"))
            .description("koji02"));

    @Test
    void namesTheIdentifierThatWasTypedInAnyCase() {
        assertThat(of("billing")).contains(new IdentifierMatch(AssetField.NAME, "Billing", true));
        assertThat(of("KEY-1")).contains(new IdentifierMatch(AssetField.EXTERNAL_KEY, "key-1", true));
        assertThat(of("sn-4711")).contains(new IdentifierMatch(AssetField.SERIAL_NUMBER, "SN-4711", true));
        assertThat(of("p0001")).contains(new IdentifierMatch(AssetField.ASSET_TAG, "P0001", true));
        assertThat(of("FE80::1")).contains(new IdentifierMatch(AssetField.ADDRESSES, "fe80::1", true));
    }

    @Test
    void prefersTheWholeToTheBeginning() {
        assertThat(of("koji01")).contains(new IdentifierMatch(AssetField.HOST_NAME, "KOJI01", true));
        assertThat(of("koji01.")).contains(new IdentifierMatch(AssetField.FQDN, "koji01.example.org", false));
        assertThat(of("koji01.example.org")).contains(new IdentifierMatch(AssetField.FQDN, "koji01.example.org", true));
    }

    @Test
    void namesTheFirstThatBeginsWithIt() {
        assertThat(of("koji")).contains(new IdentifierMatch(AssetField.HOST_NAME, "KOJI01", false));
        assertThat(of("10.4.")).contains(new IdentifierMatch(AssetField.ADDRESSES, "10.4.2.17", false));
    }

    @Test
    void takesNoOtherFieldAndNoOtherPartForAnIdentifier() {
        assertThat(of("koji02")).isEmpty();
        assertThat(of("example.org")).isEmpty();
        assertThat(of("koji01x")).isEmpty();
        assertThat(of("servicenow")).isEmpty();
    }

    private Optional<IdentifierMatch> of(String typed) {
        return IdentifierMatch.of(asset, new QueryText(typed));
    }
}
