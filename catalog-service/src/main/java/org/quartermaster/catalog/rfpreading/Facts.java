package org.quartermaster.catalog.rfpreading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartermaster.catalog.quantity.NumberHabit;
import org.quartermaster.catalog.quantity.Numbers;

/** What a document states about itself in lines like "Client: Harbour Works"; the first statement counts. */
final class Facts {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String IS = "(?:\\s*[:：=]|\\s*\\t|\\s+[-–](?=\\s))\\s*(.+)$";
    private static final Pattern CLIENT = label(
            "client|client name|customer|customer name|buyer|purchaser|company|requested by|kunde|auftraggeber|"
                    + "cliente|comprador|empresa|acheteur|société|заказчик|покупатель|клиент|купац|наручилац|нарачател|العميل|اسم العميل|الزبون|المشتري|الجهة الطالبة");
    private static final Pattern DEADLINE =
            label("deadline|submission deadline|closing date|due date|bid due|due|quote by|reply by|offers until|"
                    + "submission date|frist|abgabefrist|angebotsfrist|abgabetermin|fecha límite|plazo|date limite|échéance|срок|срок подачи|крайний срок|"
                    + "рок|рок за понуде|краен рок|الموعد النهائي|آخر موعد|اخر موعد|تاريخ الإغلاق");
    private static final Pattern CURRENCY = label("currency|währung|moneda|divisa|devise|monnaie|валюта|العملة");
    private static final Pattern VALUE =
            label("project value|estimated value|contract value|budget|estimated budget|auftragswert|projektwert|"
                    + "presupuesto|valor estimado|valeur du projet|montant estimé|бюджет|стоимость проекта|вредност пројекта|процењена вредност|"
                    + "буџет|вредност на проектот|قيمة المشروع|الميزانية|القيمة التقديرية");
    private static final Pattern OTHER = label(
            "date|rfq|rfp|rfq no|rfp no|reference|ref|our ref|your ref|subject|project|project name|from|to|attention|attn|"
                    + "contact|contact person|email|e-mail|phone|tel|telephone|fax|mobile|address|delivery|delivery address|delivery to|delivery date|"
                    + "delivery time|payment|payment terms|validity|incoterms|currency|datum|betreff|ansprechpartner|adresse|lieferung|zahlung|fecha|asunto|proyecto|"
                    + "contacto|dirección|entrega|objet|projet|adresse|livraison|дата|тема|проект|контакт|адрес|доставка|тел|телефон|датум|предмет|"
                    + "испорука|испорака|التاريخ|الموضوع|المشروع|الهاتف|العنوان|البريد الإلكتروني|التسليم");
    private static final Pattern CODE = Pattern.compile("(?<![A-Z])[A-Z]{3}(?![A-Z])");
    private static final Pattern AMOUNT = Pattern.compile("\\p{Nd}+(?:[.,'’\\u00A0\\u202F ٬٫]\\p{Nd}+)*");
    private static final Map<String, String> SYMBOLS =
            Map.of("€", "EUR", "£", "GBP", "₽", "RUB", "₹", "INR", "₺", "TRY");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_NAME = 300;

    private final NumberHabit habit;
    private String client;
    private LocalDate deadline;
    private String currency;
    private BigDecimal value;

    Facts(NumberHabit habit) {
        this.habit = habit;
    }

    private static Pattern label(String words) {
        return Pattern.compile("^[\\s*#_|-]*(?:" + words + ")[*_]*" + IS, FLAGS);
    }

    /** Takes what a line states; false when it states nothing of the document itself. */
    boolean take(String line) {
        var name = stated(CLIENT, line);
        var date = stated(DEADLINE, line);
        var money = stated(VALUE, line);
        var code = stated(CURRENCY, line);
        if (client == null && name != null && name.length() <= LONGEST_NAME) {
            client = name;
        }
        if (deadline == null && date != null) {
            deadline = Dates.read(date).orElse(null);
        }
        if (currency == null && (code != null || money != null)) {
            currency = currency(code == null ? money : code);
        }
        if (value == null && money != null) {
            value = amount(money);
        }
        return name != null || date != null || money != null || code != null || stated(OTHER, line) != null;
    }

    private static String stated(Pattern label, String line) {
        var matcher = label.matcher(line);
        return matcher.find() ? Draft.clean(matcher.group(1).replaceAll("[*_|]+", " ")) : null;
    }

    /** NB: "$" is the sign of two dozen currencies. */
    private static String currency(String text) {
        for (var symbol : SYMBOLS.entrySet()) {
            if (text.contains(symbol.getKey())) {
                return symbol.getValue();
            }
        }
        return CODE.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(CURRENCIES::contains)
                .findFirst()
                .orElse(null);
    }

    private BigDecimal amount(String text) {
        var matcher = AMOUNT.matcher(text);
        return matcher.find()
                ? Numbers.read(matcher.group().replace(" ", ""), habit).orElse(null)
                : null;
    }

    String client() {
        return client;
    }

    LocalDate deadline() {
        return deadline;
    }

    String currency() {
        return currency;
    }

    BigDecimal value() {
        return value;
    }
}
