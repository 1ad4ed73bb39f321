package org.huzhu.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Sex;

/**
 * A member in a list; numbers are masked.
 *
 * @param unit where he works, or worked last
 * @param path that of the unit
 * @param paper the number of his paper, masked
 * @param phone masked
 * @param mergedInto the member whose duplicate this entry turned out to be
 */
public record MemberLine(
        UUID id,
        String name,
        Sex sex,
        LocalDate birthOn,
        Paper.Kind paperKind,
        String paper,
        Optional<String> phone,
        UUID unit,
        String path,
        LocalDate admittedOn,
        Optional<UUID> mergedInto) {}
