package io.modernize.cmdb.inventory;

/**
 * A relation as a source describes it. Parent and child are external keys or names of assets of the engagement.
 *
 * @param type a pair of phrases as ServiceNow has them, read from the parent and from the child: {@code Runs on::Runs}
 *     says that the parent runs on the child
 */
public record RelationDraft(String parent, String child, String type) {}
