package org.huzhu.city;

import java.util.List;
import java.util.stream.Stream;

/** Made-up hospitals and clinics, by the names under which a feed reports them. */
final class Institutions {

    private static final List<String> KINDS = List.of("第一医院", "中医医院", "妇幼保健院", "社区卫生服务中心");

    /** Names that try the quoting of a reader. */
    private static final List<String> AWKWARD =
            List.of("城北医院,东院区", "\"百草\"中医门诊部", "大学附属医院（原\"第九医院\",含分院）", "Sino-Care, International", "㛃园镇卫生院");

    private final List<String> names;

    Institutions(boolean awkward) {
        Stream<String> plain =
                Agencies.districts().stream().flatMap(district -> KINDS.stream().map(kind -> district + kind));
        this.names = awkward ? Stream.concat(plain, AWKWARD.stream()).toList() : plain.toList();
    }

    String any(Chance chance) {
        return chance.oneOf(names);
    }
}
