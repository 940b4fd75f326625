package io.modernize.cmdb.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssetIdTests {
    private static final AssetKey KEY = new AssetKey("servicenow", "sys-1");

    @Test
    void ofTheSameKeyIsAnotherEachTimeInTheSamePlaceOfTheOrder() {
        AssetId once = AssetId.fresh(KEY);
        AssetId again = AssetId.fresh(KEY);

        assertThat(again).isNotEqualTo(once);
        assertThat(again.toString().substring(0, 18)).isEqualTo(once.toString().substring(0, 18));
        assertThat(once.value().version()).isEqualTo(8);
        assertThat(once.value().variant()).isEqualTo(2);
    }

    /** Key and source system are no one text: what ends one does not begin the other. */
    @Test
    void ofDifferentKeysIsInDifferentPlaces() {
        Set<Long> places = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            places.add(AssetId.fresh(new AssetKey("servicenow", "sys-" + i))
                    .value()
                    .getMostSignificantBits());
        }
        places.add(AssetId.fresh(new AssetKey("servicenows", "ys-1")).value().getMostSignificantBits());

        assertThat(places).hasSize(1_001);
    }
}
