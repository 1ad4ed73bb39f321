package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.Officers.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Registers as other programs write them. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class RegisterWritingTest {

    private static final int YEAR = 2025;

    private final Officers officers;
    private final QuarterDesk desk;

    @TempDir
    private Path folder;

    @Autowired
    RegisterWritingTest(Officers officers, QuarterDesk desk) {
        this.officers = officers;
        this.desk = desk;
    }

    private List<String> names(Path city) {
        Office office = officers.office();
        UUID run = officers.tried(office, city, YEAR, 1);
        return officers.as(office.relief(), () -> desk.compare(office.relief(), run)).orElseThrow().largest().stream()
                .map(QuarterLine::name)
                .toList();
    }

    @Test
    void people_are_called_the_same_in_whichever_encoding_the_register_is_written() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), folder);
        Path register = folder.resolve("members.csv");
        String text = Files.readString(register);
        List<String> names = names(folder);
        assertThat(names).isNotEmpty().allMatch(name -> text.contains("," + name + ","));

        Files.write(register, text.getBytes(Charset.forName("GB18030")));
        assertThat(names(folder)).isEqualTo(names);
        Files.write(register, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(names(folder)).isEqualTo(names);
    }
}
