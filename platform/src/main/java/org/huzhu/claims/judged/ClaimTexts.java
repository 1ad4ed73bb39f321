package org.huzhu.claims.judged;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** Writes facts and workings as text, to be sealed, and reads them again years later: strictly, money in fen. */
@Component
public class ClaimTexts {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(
                    new SimpleModule().addSerializer(Money.class, new Fen()).addDeserializer(Money.class, new OfFen()))
            .addMixIn(Event.class, Kinds.class)
            .registerSubtypes(
                    new NamedType(Event.Diagnosis.class, "diagnosis"),
                    new NamedType(Event.Stay.class, "stay"),
                    new NamedType(Event.Visit.class, "visit"),
                    new NamedType(Event.Accident.class, "accident"),
                    new NamedType(Event.Death.class, "death"),
                    new NamedType(Event.Loss.class, "loss"),
                    new NamedType(Event.Maturity.class, "maturity"))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The thing as text. */
    public String write(Object thing) {
        return mapper.writeValueAsString(thing);
    }

    /** What was written. */
    public <T> T read(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    private static final class Fen extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator out, SerializationContext context) {
            out.writeNumber(money.fen());
        }
    }

    private static final class OfFen extends ValueDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) {
            return Money.ofFen(in.getLongValue());
        }
    }
}
