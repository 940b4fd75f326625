package io.modernize.cmdb;

import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Slug;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The people and client accounts of one test class. Classes share a service, and never a membership, a client account or
 * the points that a caller may spend in a minute.
 */
public enum Cast {
    ADMINISTRATION,
    CONNECTIONS,
    DUPLICATES,
    FUZZ,
    GATE,
    JOBS,
    LIMITS,
    LISTS,
    NEIGHBOUR,
    SEARCH,
    SHARES,
    UPLOADS;

    /** Somebody who can sign in: in which directory, and as which object of it. */
    private record Person(String name, String directory, String object) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("northwind-agent", "0001", "a1"),
            new Person("harbor-agent", "0002", "a2"),
            new Person("one-engagement-agent", "0001", "c1"),
            new Person("viewer", "0001", "d1"),
            new Person("consultant", "0009", "e1"),
            new Person("stranger", "0009", "f1"));

    private String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The slug of a client account that no other class has. */
    public Slug slug(String clientAccount) {
        return new Slug(clientAccount + "-" + prefix());
    }

    /** An access token of that person, which by itself allows everything: what counts are memberships. */
    public String signIn(ServiceUnderTest service, String person) {
        return service.signIn(clientId(person), secret(clientId(person)));
    }

    private String clientId(String person) {
        return prefix() + "-" + person;
    }

    private static String secret(String clientId) {
        return "test-" + clientId;
    }

    /** By the last digits of the directory's id and of the object's. */
    public PrincipalIdentity identity(String directory, String object) {
        return new PrincipalIdentity(
                UUID.fromString("5f0c6f%02x-%s-4000-8000-00000000%s".formatted(ordinal(), directory, directory)),
                UUID.fromString("5f0c6f%02x-%s-4000-8000-0000000000%s".formatted(ordinal(), directory, object)));
    }

    /** Of the embedded issuer, for the people of all classes. */
    static Map<String, String> settings() {
        IssuerSettings issuer = new IssuerSettings();
        for (Cast cast : values()) {
            for (Person person : PEOPLE) {
                String client = cast.clientId(person.name());
                issuer.add(client, secret(client), cast.identity(person.directory(), person.object()));
            }
        }
        return issuer.settings();
    }
}
