package anbu.households;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplianceWordsTest {
    @ParameterizedTest
    @CsvSource({
        "TV, TELEVISION",
        "Television Site, TELEVISION",
        "Fridge-Freezer, REFRIGERATOR",
        "fridge and range circuit, REFRIGERATOR",
        "김치냉장고, KIMCHI_REFRIGERATOR",
        "일반 냉장고, REFRIGERATOR",
        "전기밥솥, RICE_COOKER",
        "lights, LAMP",
        "desk lamp, LAMP",
        "light sensor, LIGHT_SENSOR",
        "whole-house, WHOLE_HOUSE",
        "mains, WHOLE_HOUSE",
        "dishwasher, DISHWASHER",
        "washing machine, WASHING_MACHINE",
        "Tumble Dryer, WASHING_MACHINE",
        "PC, COMPUTER",
        "laptop, COMPUTER",
        "water kettle, KETTLE",
        "subwoofer, OTHER",
        "fantasy, OTHER",
        "'', OTHER"
    })
    void freeWordsNameAnAppliance(String words, Appliance appliance) {
        assertThat(Appliance.named(words)).isEqualTo(appliance);
    }
}
