package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.Seeds.Purpose;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Rows of many clients in their order of arrival. The client of rank r (from 1) gets a share proportional to 1/r (Zipf
 * with exponent 1); each arriving row belongs to a client drawn by these shares, so that the rows of all clients are
 * interleaved. The same numbers give the same data, always.
 */
final class Dataset {
    private final int clients;
    private final int[] clientOfRow;
    private final int[] sizes;
    private final double[] cumulativeShares;
    private final VectorSource vectors;

    Dataset(int rows, int clients, VectorSource vectors) {
        if (rows > vectors.limit()) {
            throw new IllegalArgumentException(rows + " rows, but only " + vectors.limit() + " vectors");
        }
        this.clients = clients;
        this.vectors = vectors;
        this.cumulativeShares = new double[clients];
        double sum = 0;
        for (int client = 0; client < clients; client++) {
            sum += 1.0 / (client + 1);
            cumulativeShares[client] = sum;
        }
        this.clientOfRow = new int[rows];
        this.sizes = new int[clients];
        for (int number = 0; number < rows; number++) {
            int client = drawClient(number);
            clientOfRow[number] = client;
            sizes[client]++;
        }
    }

    int rows() {
        return clientOfRow.length;
    }

    int dimensions() {
        return vectors.dimensions();
    }

    int clients() {
        return clients;
    }

    /** Number of rows of a client. */
    int size(int client) {
        return sizes[client];
    }

    static UUID clientId(int client) {
        return Seeds.identifier(Purpose.IDENTIFIER, -1L - 2L * client);
    }

    /** Every client has one engagement. */
    static UUID engagementId(int client) {
        return Seeds.identifier(Purpose.IDENTIFIER, -2L - 2L * client);
    }

    /** A loaded row. From {@link #rows()} on, it is a row that a workload may add, of a client drawn alike. */
    Row row(int number) {
        return row(number, number < rows() ? clientOfRow[number] : drawClient(number));
    }

    /** A row of a chosen client, for rows that a workload adds. */
    Row row(int number, int client) {
        SplittableRandom random = Seeds.random(Purpose.ATTRIBUTES, number);
        return new Row(
                number,
                Seeds.identifier(Purpose.IDENTIFIER, number),
                client,
                random.nextInt(Attribute.ENVIRONMENT.cardinality()),
                random.nextInt(Attribute.LOCATION.cardinality()),
                random.nextInt(Attribute.SUPPORT_GROUP.cardinality()));
    }

    /** A new array of length 1. */
    float[] vector(Row row) {
        return vectors.vector(row.number(), row.client());
    }

    /** The vector of a row after its {@code version}-th change. */
    float[] changedVector(Row row, int version) {
        return Vectors.near(vector(row), 0.4, Seeds.random(Purpose.LOAD, row.number() * 1_000L + version));
    }

    /** Numbers of a client's rows, ascending. */
    int[] rowsOf(int client) {
        int[] found = new int[sizes[client]];
        int next = 0;
        for (int number = 0; number < clientOfRow.length; number++) {
            if (clientOfRow[number] == client) {
                found[next++] = number;
            }
        }
        return found;
    }

    /** A person's question: near one of the client's assets, but not equal to it. */
    Question question(int client, int number) {
        SplittableRandom random = Seeds.random(Purpose.QUESTION, client * 1_000_000L + number);
        int wanted = random.nextInt(sizes[client]);
        int row = -1;
        for (int seen = -1; seen < wanted; ) {
            row++;
            if (clientOfRow[row] == client) {
                seen++;
            }
        }
        Row source = row(row);
        float[] vector = Vectors.near(vector(source), 0.4, random);
        return new Question("question " + number + " of client " + client, client, vector, source);
    }

    private int drawClient(int number) {
        double drawn = Seeds.random(Purpose.CLIENT_OF_ROW, number).nextDouble() * cumulativeShares[clients - 1];
        int found = Arrays.binarySearch(cumulativeShares, drawn);
        return Math.min(found < 0 ? -found - 1 : found, clients - 1);
    }
}
