package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterNamesTest {

    private static final String ROWS = "member_no,id_number,name,card_no,valid_from,valid_to,agency" + "\r\n"
            + "M1," + "11010519491231002X" + ",张三,6001,2014-01-01,2014-03-01,东城\r\n"
            + "M2," + "440524188001010014" + ",\"欧阳·李四\",6002,2014-01-01,,\"海淀, 北\"\r\n"
            + "M1," + "11010519491231002X" + ",张叁,6003,2014-03-01,,东城\r\n"
            + "broken\r\n";

    @TempDir
    private Path folder;

    private Map<String, String> names(String text, Charset charset) throws IOException {
        Path register = Files.write(folder.resolve("members.csv"), text.getBytes(charset));
        return Settlement.names(register, Set.of("M1", "M2", "M9"));
    }

    @Test
    void whoever_is_asked_for_is_called_as_his_last_row_says() throws IOException {
        assertThat(names(ROWS, StandardCharsets.UTF_8)).containsExactlyInAnyOrderEntriesOf(asked());
    }

    @Test
    void the_encoding_does_not_matter() throws IOException {
        assertThat(names(ROWS, Charset.forName("GB18030"))).isEqualTo(asked());
        assertThat(names("\uFEFF" + ROWS, StandardCharsets.UTF_8)).isEqualTo(asked());
    }

    @Test
    void what_is_no_register_is_refused() {
        assertThatThrownBy(() -> names("a,b\n1,2\n", StandardCharsets.UTF_8)).isInstanceOf(SettlementStopped.class);
    }

    private static Map<String, String> asked() {
        return Map.of("M1", "张叁", "M2", "欧阳·李四");
    }
}
