package io.modernize.cmdb.operations.sample;

import java.util.List;

/** The contents of the sample estate, read from {@code sample-estate/estate.json}. */
record SampleManifest(List<SampleAccount> clientAccounts) {
    record SampleAccount(String slug, String name, List<SampleEngagement> engagements) {}

    /** @param files resources of the class path below {@code sample-estate/}, in the order of their import */
    record SampleEngagement(String slug, String name, List<String> files) {}
}
