package org.huzhu.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutletTest {

    @Test
    void an_answer_that_could_not_be_written_is_remembered() {
        Outlet outlet = new Outlet(refusing("No space left on device"));

        print(outlet);

        assertThat(outlet.trouble()).hasValueSatisfying(it -> assertThat(it).hasMessage("No space left on device"));
    }

    @Test
    void a_reader_who_has_seen_enough_is_no_trouble() {
        Outlet outlet = new Outlet(refusing("Broken pipe"));

        print(outlet);

        assertThat(outlet.trouble()).isEmpty();
    }

    @Test
    void what_is_written_arrives() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Outlet outlet = new Outlet(bytes);

        print(outlet);

        assertThat(outlet.trouble()).isEmpty();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("互助");
    }

    private static void print(Outlet outlet) {
        PrintStream stream = new PrintStream(outlet, true, StandardCharsets.UTF_8);
        stream.print("互助");
        stream.flush();
    }

    private static OutputStream refusing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
