package io.modernize.cmdb.operations.isolation;

import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a request can say something: an argument of a field, or a field of an input object that an argument takes.
 *
 * @param path the argument's name, then the names of the fields that lead there
 */
record InputPlace(List<String> path, GraphQLInputType type) {
    InputPlace {
        path = List.copyOf(path);
    }

    static InputPlace argument(String name, GraphQLInputType type) {
        return new InputPlace(List.of(name), type);
    }

    /** A field of the object that stands here. */
    InputPlace field(String name, GraphQLInputType fieldType) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return new InputPlace(longer, fieldType);
    }

    String name() {
        return path.getLast();
    }

    boolean isId() {
        return GraphQLTypeUtil.unwrapAll(type).getName().equals("ID");
    }

    boolean isRequired() {
        return type instanceof GraphQLNonNull;
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
