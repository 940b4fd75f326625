package io.modernize.cmdb.operations.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.operations.isolation.Estate.Client;
import io.modernize.cmdb.operations.isolation.StatementRecorder.SentText;
import io.modernize.cmdb.tenancy.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is not the caller's is answered like what does not exist: for every field of the schema that takes an id, and for
 * both headers. The same bytes, and the same statements to the database, so that the time tells nothing either.
 */
class ForeignIdsIT extends WholeService {
    /** How often each pair is asked for the printed ratio of times, which nothing asserts. */
    private static final int ROUNDS = Integer.getInteger("isolation.rounds", 3);

    private final List<Hidden> hidden = new ArrayList<>();
    private Map<String, String> administrator = Map.of();
    private Map<String, String> analyst = Map.of();
    private Function<IdKind, String> visible = kind -> "";

    /** @param what for the table of figures */
    private record Hidden(String what, String caller, Map<String, String> headers, Function<IdKind, String> ids) {}

    @BeforeAll
    void knowWhatIsHiddenFromWhom() {
        Client own = clients().getFirst();
        Client foreign = clients().get(1);
        administrator = as(Identities.name(own.slug(), Role.ADMINISTRATOR));
        analyst = as(Identities.name(own.slug(), Role.ANALYST));
        visible = idsIn(administrator, own.engagement(0));
        hidden.add(new Hidden(
                "another client account's",
                "administrator",
                administrator,
                idsIn(as(Identities.name(foreign.slug(), Role.ADMINISTRATOR)), foreign.engagement(0))));
        hidden.add(new Hidden(
                "another engagement's", "analyst of one engagement", analyst, idsIn(administrator, own.engagement(1))));
    }

    @Test
    void answersLikeForIdsThatDoNotExist() {
        Map<String, String> figures = new LinkedHashMap<>();
        for (RootField field : rootFields()) {
            for (InputPlace place : field.places()) {
                IdKind kind = Samples.idKind(field, place);
                if (kind == null || !kind.isOwned()) {
                    continue;
                }
                for (Hidden other : hidden) {
                    String ratio = compare(field, place, kind, other);
                    figures.put("%s(%s:) %s, %s".formatted(field.name(), place, other.what(), other.caller()), ratio);
                }
            }
        }
        assertThat(figures).hasSizeGreaterThan(20);
        System.out.println("Time for what is hidden as a ratio of that for what does not exist, medians:");
        figures.forEach((what, ratio) -> System.out.printf("  %-110s %s%n", what, ratio));
    }

    private String compare(RootField field, InputPlace place, IdKind kind, Hidden other) {
        Map<String, Object> variables = Samples.variables(field, visible);
        String foreign = other.ids().apply(kind);
        String absent = UUID.randomUUID().toString();
        String document = field.document(variables);
        areAnsweredAlike(
                field + " " + place + " " + other.what(),
                () -> ask(other.headers(), document, Samples.with(variables, place, foreign)),
                () -> ask(other.headers(), document, Samples.with(variables, place, absent)),
                answer -> answer.replacing(foreign, absent));
        long[] foreignTimes = new long[ROUNDS];
        long[] absentTimes = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            foreignTimes[round] = time(other.headers(), document, Samples.with(variables, place, foreign));
            absentTimes[round] = time(other.headers(), document, Samples.with(variables, place, absent));
        }
        return "%.2f".formatted((double) median(foreignTimes) / median(absentTimes));
    }

    @Test
    void takesHeadersOfOthersForThoseOfNobody() {
        Client foreign = clients().get(1);
        Map<String, String> account =
                Map.of("X-Client-Account-Id", foreign.account().id().toString());
        Map<String, String> engagement =
                Map.of("X-Engagement-Id", foreign.engagement(0).id().toString());
        Map<String, String> unseen = Map.of(
                "X-Engagement-Id", clients().getFirst().engagement(1).id().toString());
        for (RootField field : rootFields()) {
            if (field.places().stream().anyMatch(place -> place.name().equals("engagementId") && place.isRequired())) {
                continue;
            }
            Map<String, Object> variables = Samples.without(Samples.variables(field, visible), "engagementId");
            refusesAlike(field, variables, administrator, account);
            refusesAlike(field, variables, administrator, engagement);
            refusesAlike(field, variables, analyst, unseen);
        }
    }

    private void refusesAlike(
            RootField field, Map<String, Object> variables, Map<String, String> caller, Map<String, String> header) {
        String name = header.keySet().iterator().next();
        String foreign = header.values().iterator().next();
        String absent = UUID.randomUUID().toString();
        String document = field.document(variables);
        Asked asked = areAnsweredAlike(
                field.name(),
                () -> ask(with(caller, name, foreign), document, variables),
                () -> ask(with(caller, name, absent), document, variables),
                answer -> answer.replacing(foreign, absent));
        // The list of what can be chosen is the one thing that no choice is needed for.
        assertThat(asked.answer().json().has("errors"))
                .as(field.name())
                .isNotEqualTo(field.name().equals("clientAccounts"));
    }

    /**
     * Once is not enough for the statements: what the service remembers for seconds of the caller's own client account may
     * be asked anew by either.
     */
    private Asked areAnsweredAlike(
            String what, Supplier<Asked> foreign, Supplier<Asked> absent, UnaryOperator<Answer> translation) {
        Asked ofForeign = foreign.get();
        Asked ofAbsent = absent.get();
        for (int more = 0; more < 3 && !ofForeign.statements().equals(ofAbsent.statements()); more++) {
            ofForeign = foreign.get();
            ofAbsent = absent.get();
        }
        assertThat(translation.apply(ofForeign.answer())).as(what).isEqualTo(ofAbsent.answer());
        assertThat(ofForeign.statements()).as(what).isEqualTo(ofAbsent.statements());
        return ofAbsent;
    }

    @Test
    void watchesNoJobOfAnother() {
        String subscription = "subscription { jobProgress(id: \"%s\") { id status message } }";
        for (Hidden other : hidden) {
            String foreign = other.ids().apply(IdKind.JOB);
            String absent = UUID.randomUUID().toString();

            assertThat(service.events(other.headers(), subscription.formatted(foreign)))
                    .isEqualTo(service.events(other.headers(), subscription.formatted(absent)))
                    .contains("JOB_UNKNOWN");
        }
    }

    @Test
    void uploadsIntoNoEngagementOfAnother() {
        for (Hidden other : hidden) {
            String foreign = other.ids().apply(IdKind.ENGAGEMENT);
            String absent = UUID.randomUUID().toString();
            String path = "/imports/uploads?fileName=a.jsonl&engagementId=";

            Answer ofForeign = service.post(path + foreign, other.headers(), "{}");
            assertThat(ofForeign.status()).isEqualTo(404);
            assertThat(ofForeign.replacing(foreign, absent))
                    .isEqualTo(service.post(path + absent, other.headers(), "{}"));
        }
    }

    private record Asked(Answer answer, List<String> statements) {}

    private Asked ask(Map<String, String> headers, String document, Map<String, ?> variables) {
        recorder.start();
        Answer answer = service.graphQl(headers, document, variables);
        List<SentText> sent = recorder.takeTexts();
        recorder.stop();
        List<String> statements = sent.stream()
                .filter(text -> text.login().equals(database().applicationUser()))
                .map(SentText::sql)
                // Batch's own of a job that goes on beside, and the next look of the dispatcher.
                .filter(sql ->
                        !sql.contains("BATCH_") && !sql.contains("shedlock") && !sql.contains("event_publication"))
                .map(sql -> sql.replaceAll("'[0-9a-f-]{36}'", "'…'"))
                .toList();
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("\"INTERNAL\"");
        return new Asked(answer, statements);
    }

    private long time(Map<String, String> headers, String document, Map<String, ?> variables) {
        long start = System.nanoTime();
        service.graphQl(headers, document, variables);
        return System.nanoTime() - start;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }
}
