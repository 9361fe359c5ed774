using PhoneNumbers;

namespace MockMessaging.Delivery;

/// <summary>How phone numbers look, by the numbering plan of their country.</summary>
internal static class PhoneForms
{
    private static PhoneNumberUtil Plans => PhoneNumberUtil.GetInstance();

    /// <summary>Why no phone can have a number; null if one can.</summary>
    /// <param name="digits">The number with its country code, without a plus.</param>
    public static string? Problem(string digits)
    {
        if (OldForm(digits) is not null)
        {
            return null;
        }

        try
        {
            var number = Plans.Parse("+" + digits, null);
            var country = $"+{number.CountryCode} ({Plans.GetRegionCodeForCountryCode(number.CountryCode)})";
            return Plans.IsPossibleNumberWithReason(number) switch
            {
                PhoneNumberUtil.ValidationResult.IS_POSSIBLE => null,
                PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => $"has no area code, or {country} is not its country code",
                PhoneNumberUtil.ValidationResult.TOO_LONG => $"is too long for {country}",
                _ => $"is too short for {country}, or begins without its country code",
            };
        }
        catch (NumberParseException failure)
        {
            return failure.ErrorType == ErrorType.INVALID_COUNTRY_CODE ? "does not begin with a country code" : "has too few or too many digits";
        }
    }

    /// <summary>
    /// What is old in a mobile number of a country that changed its numbers, and the form of today. WhatsApp takes the old form, and may name the customer by the
    /// other one when he replies. Null for all other numbers.
    /// </summary>
    public static string? OldForm(string digits) => digits switch
    {
        ['5', '5', var first, var second, >= '6' and <= '9', .. { Length: 7 }] =>
            $"has no 9 after the area code, as mobile numbers of Brazil have; +55{first}{second}9{digits[4..]} is the form of today",
        ['5', '4', not '9', ..] when WithNine(digits) is { } today =>
            $"has 15 within it instead of 9 after +54, as mobile numbers of Argentina have; {today} is the form of today",
        ['5', '2', '1', .. { Length: 10 } national] =>
            $"has 1 after +52, which the help of WhatsApp asks for, and which numbers of Mexico no longer have; +52{national} is the form of today",
        _ => null,
    };

    /// <summary>The number as it is written today; null if it is no mobile number with 15.</summary>
    private static string? WithNine(string digits)
    {
        try
        {
            var number = Plans.Parse("+" + digits, null);
            return Plans.GetNumberType(number) == PhoneNumberType.MOBILE ? Plans.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
