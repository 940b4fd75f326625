package io.modernize.cmdb.benchmarks;

/** A text of Markdown, written line by line. */
public final class MarkdownText {
    private final StringBuilder text = new StringBuilder();

    /** Adds a line. */
    public void line(String line) {
        text.append(line).append('\n');
    }

    /**
     * Begins a table behind an empty line.
     *
     * @param header the line with the names of the columns, which begins and ends with a bar
     */
    public void table(String header) {
        long columns = header.chars().filter(character -> character == '|').count() - 1;
        line("");
        line(header);
        line("|" + "---|".repeat((int) columns));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
