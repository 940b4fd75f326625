package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlWorkloadTests {
    @Test
    void endsStatementsWithALineOutsideOfABody() {
        assertThat(SqlWorkload.statements("""
            -- Says what is to come.
            set x = 1;

            select 1
            from y;
            do $$
            begin
                perform 1;
            end
            $$;
            """))
                .containsExactly("set x = 1;\n", "select 1\nfrom y;\n", "do $$\nbegin\n    perform 1;\nend\n$$;\n");
    }

    @Test
    void knowsItsNames() {
        assertThat(SqlWorkload.named("layouts")).contains(SqlWorkload.LAYOUTS);
        assertThat(SqlWorkload.named("a")).isEmpty();
    }
}
