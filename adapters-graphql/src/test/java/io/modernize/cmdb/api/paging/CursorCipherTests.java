package io.modernize.cmdb.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCipherTests {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String LIST = "assets{sort:{field:4=NAME}}";
    private static final List<String> PLACE = List.of("0f8fad5b-d9cb-469f-a165-70867728950e", "Köln\n\0 server");
    private static final ClientAccountId CLIENT = new ClientAccountId(UUID.randomUUID());
    private static final EngagementId ONE = new EngagementId(UUID.randomUUID());
    private static final EngagementId OTHER = new EngagementId(UUID.randomUUID());
    private static final TenantScope SCOPE = TenantScope.forJob(CLIENT);

    private final CursorCipher cipher = cipher();

    /** With the secrets of the settings; without any, with that of the database. */
    private static CursorCipher cipher(String... configured) {
        return new CursorCipher(
                () -> List.of("the database's own secret, 32 bytes or more".getBytes(StandardCharsets.UTF_8)),
                new CursorProperties(List.of(configured)));
    }

    @Test
    void opensWhatItHasSealed() {
        assertThat(cipher.open(SCOPE, LIST, cipher.seal(SCOPE, LIST, PLACE))).contains(PLACE);
        assertThat(cipher.open(SCOPE, LIST, cipher.seal(SCOPE, LIST, List.of())))
                .contains(List.of());
        assertThat(cipher.open(SCOPE, LIST, cipher.seal(SCOPE, LIST, List.of("", ""))))
                .contains(List.of("", ""));
    }

    @Test
    void opensInEveryInstanceOfTheService() {
        assertThat(cipher().open(SCOPE, LIST, cipher.seal(SCOPE, LIST, PLACE))).contains(PLACE);
    }

    @Test
    void showsNothingOfThePlace() {
        String cursor = cipher.seal(SCOPE, LIST, PLACE);

        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
                .doesNotContain("0f8fad5b")
                .doesNotContain("server");
        assertThat(cipher.seal(SCOPE, LIST, PLACE)).as("never twice the same").isNotEqualTo(cursor);
    }

    @Test
    void opensNothingThatWasChangedInAnyByte() {
        byte[] bytes = Base64.getUrlDecoder().decode(cipher.seal(SCOPE, LIST, PLACE));
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);

                assertThat(cipher.open(SCOPE, LIST, encoded(changed)))
                        .as("bit %d of byte %d", bit, at)
                        .isEmpty();
            }
        }
    }

    @Test
    void opensNoOtherTextThanItsOwn() {
        String cursor = cipher.seal(SCOPE, LIST, PLACE);
        for (int at = 0; at < cursor.length(); at++) {
            for (char other : ALPHABET.toCharArray()) {
                String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
                if (!changed.equals(cursor)) {
                    assertThat(cipher.open(SCOPE, LIST, changed)).as(changed).isEmpty();
                }
            }
        }
        assertThat(cipher.open(SCOPE, LIST, cursor + "=")).isEmpty();
        assertThat(cipher.open(SCOPE, LIST, cursor + "==")).isEmpty();
    }

    @Test
    void opensNoPartOfACursor() {
        byte[] bytes = Base64.getUrlDecoder().decode(cipher.seal(SCOPE, LIST, PLACE));
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = new byte[length];
            System.arraycopy(bytes, 0, part, 0, length);

            assertThat(cipher.open(SCOPE, LIST, encoded(part)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "*", "\0", "Köln", "====", "null"})
    void opensNothingThatIsNoCursor(String text) {
        assertThat(cipher.open(SCOPE, LIST, text)).isEmpty();
        assertThat(cipher.open(SCOPE, LIST, text.repeat(100_000))).isEmpty();
    }

    @Test
    void opensForItsOwnScopeOnly() {
        List<TenantScope> scopes = List.of(
                SCOPE,
                TenantScope.forJob(new ClientAccountId(UUID.randomUUID())),
                TenantScope.forJob(CLIENT, ONE),
                TenantScope.forJob(CLIENT, OTHER),
                both(ONE, OTHER),
                TenantScope.forJob(new ClientAccountId(UUID.randomUUID()), ONE));
        for (TenantScope sealing : scopes) {
            String cursor = cipher.seal(sealing, LIST, PLACE);
            for (TenantScope opening : scopes) {
                assertThat(cipher.open(opening, LIST, cursor).isPresent())
                        .as("%s opens for %s", sealing, opening)
                        .isEqualTo(opening.equals(sealing));
            }
        }
        assertThat(cipher.open(both(OTHER, ONE), LIST, cipher.seal(both(ONE, OTHER), LIST, PLACE)))
                .as("the order of engagements says nothing")
                .isPresent();
    }

    private static TenantScope both(EngagementId first, EngagementId second) {
        PrincipalIdentity somebody = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
        return new Membership(somebody, CLIENT, Role.ANALYST, new EngagementSelection.Only(Set.of(first, second)))
                .scope();
    }

    @Test
    void opensForItsOwnListOnly() {
        assertThat(cipher.open(SCOPE, LIST + " ", cipher.seal(SCOPE, LIST, PLACE)))
                .isEmpty();
        assertThat(cipher.open(SCOPE, "imports{}", cipher.seal(SCOPE, LIST, PLACE)))
                .isEmpty();
    }

    @Test
    void opensWithEverySecretAndSealsWithTheFirst() {
        String old = "an old secret of 32 characters...";
        String fresh = "a new secret of 32 characters....";
        String sealedBefore = cipher(old).seal(SCOPE, LIST, PLACE);
        String sealedSince = cipher(fresh, old).seal(SCOPE, LIST, PLACE);

        assertThat(cipher(fresh, old).open(SCOPE, LIST, sealedBefore)).contains(PLACE);
        assertThat(cipher(fresh).open(SCOPE, LIST, sealedSince)).contains(PLACE);
        assertThat(cipher(fresh).open(SCOPE, LIST, sealedBefore)).isEmpty();
        assertThat(cipher(old).open(SCOPE, LIST, sealedSince)).isEmpty();
        assertThat(cipher(fresh).open(SCOPE, LIST, cipher.seal(SCOPE, LIST, PLACE)))
                .as("the database's secret counts for nothing beside one of the settings")
                .isEmpty();
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher("short"))
                .withMessageContaining("cmdb.api.cursor-key");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
