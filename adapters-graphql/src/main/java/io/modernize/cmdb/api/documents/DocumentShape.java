package io.modernize.cmdb.api.documents;

import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the parts of a document that can be repeated. They are counted before the engine validates the document,
 * because that work grows faster than the document.
 *
 * @param aliases all aliases of the document; those in a fragment count once
 * @param directives all directives of the document; those in a fragment count once
 * @param rootFields the root fields of the operation with the most of them, with its fragments written out
 * @param selections all fields of the operation with the most of them, with its fragments written out; twenty fragments
 *     that spread each other twice are a million fields
 */
record DocumentShape(long aliases, long directives, long rootFields, long selections) {
    static DocumentShape of(Document document) {
        return new Count(document).shape();
    }

    void check(ApiLimits limits) {
        limits.check(Limit.ALIASES, aliases);
        limits.check(Limit.DIRECTIVES, directives);
        limits.check(Limit.SELECTIONS, selections);
        limits.check(Limit.ROOT_FIELDS, rootFields);
    }

    /** A counter that stops at a maximum instead of overflowing. */
    private static final class Count {
        private static final long MOST = Integer.MAX_VALUE;

        private final Document document;
        private final Map<String, FragmentDefinition> fragments = new HashMap<>();
        private final Map<String, Long> fieldsOfFragments = new HashMap<>();
        private final Map<String, Long> rootFieldsOfFragments = new HashMap<>();
        private long aliases;
        private long directives;

        Count(Document document) {
            this.document = document;
            for (Definition<?> definition : document.getDefinitions()) {
                if (definition instanceof FragmentDefinition fragment) {
                    fragments.put(fragment.getName(), fragment);
                }
            }
        }

        DocumentShape shape() {
            long rootFields = 0;
            long selections = 0;
            for (Definition<?> definition : document.getDefinitions()) {
                countNodes(definition);
                if (definition instanceof OperationDefinition operation) {
                    rootFields =
                            Math.max(rootFields, fields(operation.getSelectionSet(), false, rootFieldsOfFragments));
                    selections = Math.max(selections, fields(operation.getSelectionSet(), true, fieldsOfFragments));
                }
            }
            return new DocumentShape(aliases, directives, rootFields, selections);
        }

        /** Counts a node and the nodes below it. The parser limits how deep nodes are nested. */
        private void countNodes(Node<?> node) {
            if (node instanceof Field field && field.getAlias() != null) {
                aliases++;
            }
            if (node instanceof Directive) {
                directives++;
            }
            if (node instanceof StringValue text && text.getValue() != null) {
                StorableText.require(() -> "query", text.getValue());
            }
            node.getChildren().forEach(this::countNodes);
        }

        private long fields(Node<?> node, boolean nested, Map<String, Long> ofFragments) {
            long count = 0;
            for (Node<?> child : node.getChildren()) {
                if (child instanceof Field field) {
                    count += 1 + (nested ? fields(field, true, ofFragments) : 0);
                } else if (child instanceof FragmentSpread spread) {
                    count += ofFragment(spread.getName(), nested, ofFragments);
                } else if (child instanceof SelectionSet || child instanceof InlineFragment) {
                    count += fields(child, nested, ofFragments);
                }
            }
            return Math.min(count, MOST);
        }

        /**
         * The count of a fragment. A fragment that spreads itself counts nothing there, because the engine refuses it.
         */
        private long ofFragment(String name, boolean nested, Map<String, Long> ofFragments) {
            FragmentDefinition fragment = fragments.get(name);
            if (fragment == null) {
                return 0;
            }
            Long known = ofFragments.get(name);
            if (known != null) {
                return known;
            }
            ofFragments.put(name, 0L);
            long count = fields(fragment.getSelectionSet(), nested, ofFragments);
            ofFragments.put(name, count);
            return count;
        }
    }
}
