package io.modernize.cmdb.similarity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateGroupIdTests {
    private static final AssetKey ONE = new AssetKey("servicenow", "1");
    private static final AssetKey OTHER = new AssetKey("azure", "1");

    @Test
    void beginsAlikeAfterTheSameImport() {
        DuplicateGroupId first = DuplicateGroupId.of(List.of(AssetId.fresh(ONE), AssetId.fresh(OTHER)));
        DuplicateGroupId again = DuplicateGroupId.of(List.of(AssetId.fresh(OTHER), AssetId.fresh(ONE)));

        assertThat(again.value().getMostSignificantBits())
                .isEqualTo(first.value().getMostSignificantBits());
        assertThat(again).as("of other members").isNotEqualTo(first);
    }

    @Test
    void followsFromTheMembersInAnyOrder() {
        AssetId one = AssetId.fresh(ONE);
        AssetId other = AssetId.fresh(OTHER);

        assertThat(DuplicateGroupId.of(List.of(one, other))).isEqualTo(DuplicateGroupId.of(List.of(other, one)));
    }
}
