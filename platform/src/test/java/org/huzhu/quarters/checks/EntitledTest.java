package org.huzhu.quarters.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.huzhu.RoomTest;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.IdNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A register without those who are not entitled. */
@RoomTest
class EntitledTest {

    private static final String OLD = "110101600101123";

    @TempDir
    private Path folder = Path.of("");

    private final Entitled entitled;
    private final Secrets secrets;

    EntitledTest(@Autowired Entitled entitled, @Autowired Secrets secrets) {
        this.entitled = entitled;
        this.secrets = secrets;
    }

    @Test
    void whoever_stands_there_with_his_old_number_is_left_out_as_well() throws IOException {
        String number = IdNumber.parse(OLD).text();
        Path register = folder.resolve("members.csv");
        Files.writeString(register, "member_no,id_number,name\nM1,%s,甲\nM2,%s,乙\nM3,x,丙\n".formatted(OLD, number));

        Path left = entitled.register(
                Set.of(Digests.hex(secrets.index(Field.ID_NUMBER, number))), register, folder.resolve("left.csv"));

        assertThat(Files.readAllLines(left)).containsExactly("member_no,id_number,name", "M3,x,丙");
    }
}
