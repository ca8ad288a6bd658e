package org.quartermaster.catalog.customer;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a customer. */
final class CustomerInput {
    private static final int NAME = 300;
    private static final int CODE = 64;
    private static final int TEXT = 20_000;
    private static final int MAX_LANGUAGE = 8;

    /** RFC 5321, section 4.1.2, without quoted local parts and address literals; letters of any script (RFC 6531). */
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\]\\\\.]+(\\.[^\\s@\"(),:;<>\\[\\]\\\\.]+)*@"
                    + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    private CustomerInput() {}

    static void apply(Fields fields, Saving saving, CustomerRow customer) {
        texts(fields, saving, customer);
        saving.take(email(fields), customer.email, value -> customer.email = value);
        word(
                saving,
                fields.word("customer_type", CustomerType.class),
                CustomerType.PROSPECT,
                word -> customer.customerType = word);
        word(
                saving,
                fields.word("preferred_contact", PreferredContact.class),
                PreferredContact.EMAIL,
                word -> customer.preferredContact = word);
        saving.take(Numbers.amount(fields, "credit_limit"), value -> customer.creditLimit = value);
        saving.take(Numbers.id(fields, "customer_group_id"), value -> customer.customerGroupId = value);
        saving.take(Input.currency(fields, "currency"), value -> customer.currency = value);
        saving.take(language(fields), value -> customer.language = value);
        var addresses = CustomerAddress.read(fields);
        if (saving == Saving.WHOLE || fields.has("addresses")) {
            customer.addresses = addresses;
        }
    }

    private static void texts(Fields fields, Saving saving, CustomerRow customer) {
        saving.take(Input.line(fields, "code", 1, CODE), customer.code, value -> customer.code = value);
        saving.take(Input.line(fields, "name", 1, NAME), customer.name, value -> customer.name = value);
        saving.take(Input.line(fields, "company_name", 0, NAME), value -> customer.companyName = value);
        saving.take(Input.line(fields, "phone", 0, CODE), value -> customer.phone = value);
        saving.take(fields.text("address", 0, TEXT), value -> customer.address = value);
        saving.take(Input.line(fields, "industry", 0, NAME), value -> customer.industry = value);
        saving.take(Input.line(fields, "payment_terms", 0, CODE), "net_30", value -> customer.paymentTerms = value);
        saving.take(fields.text("notes", 0, TEXT), value -> customer.notes = value);
        saving.take(Input.line(fields, "tax_id", 0, CODE), value -> customer.taxId = value);
    }

    private static Field<String> email(Fields fields) {
        var email = Input.line(fields, "email", 1, NAME);
        if (email.value() != null && !EMAIL.matcher(email.value()).matches()) {
            fields.error("email", "email_invalid");
        }
        return email;
    }

    private static Field<String> language(Fields fields) {
        var language = fields.text("language", 0, MAX_LANGUAGE);
        if (language.value() != null && !LANGUAGE.matcher(language.value()).matches()) {
            fields.error("language", "string_pattern", "en, en-US");
        }
        return language;
    }

    private static <E extends Enum<E>> void word(Saving saving, Field<E> field, E usual, Consumer<String> target) {
        saving.take(field, usual, word -> target.accept(Words.of(word)));
    }
}
