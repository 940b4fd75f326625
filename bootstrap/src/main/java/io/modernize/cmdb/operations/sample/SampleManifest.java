package io.modernize.cmdb.operations.sample;

import java.util.List;

/** What the sample estate consists of: {@code sample-estate/estate.json}. */
record SampleManifest(List<SampleAccount> clientAccounts) {
    record SampleAccount(String slug, String name, List<SampleEngagement> engagements) {}

    /** @param files class path resources below {@code sample-estate/}, in the order of their import */
    record SampleEngagement(String slug, String name, List<String> files) {}
}
