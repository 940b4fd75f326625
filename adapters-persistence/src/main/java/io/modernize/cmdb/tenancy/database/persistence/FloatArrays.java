package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads columns of the type {@code float4[]}, to which a vector is cast. */
public final class FloatArrays {
    private FloatArrays() {}

    public static float[] read(ResultSet row, String column) throws SQLException {
        Float[] boxed = (Float[]) row.getArray(column).getArray();
        float[] values = new float[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return values;
    }
}
