#pragma once

#include "core/chat/request.h"

namespace core {

/// The parameters a person can set, in the order in which they are listed.
enum class ParameterField {
    Temperature,
    TopP,
    MaxTokens,
    FrequencyPenalty,
    PresencePenalty,
    Seed,
    ReasoningEffort,
    Stop,
    ResponseFormat,
    Tools,
    Extra, ///< further members of the request body
};
inline constexpr int kParameterFields = static_cast<int>(ParameterField::Extra) + 1;
QList<ParameterField> parameterFields();

/// The member of the request body, such as `top_p`; empty for Extra.
QString parameterName(ParameterField field);

/// Whether the value itself is JSON: response format, tools, further members.
bool isJsonParameter(ParameterField field);

/// One parameter as a person writes it.
struct ParameterInput
{
    enum class Kind {
        Unset, ///< not sent, or as the run defaults have it
        Value,
        Raw, ///< any JSON under the parameter's name, for a provider that takes something else there
        Omitted, ///< not sent although the run defaults set it
    };
    Kind kind = Kind::Unset;
    /// Of a value or of JSON. Stop sequences stand one in a line, with `\n`, `\t` and `\\` for what they
    /// stand for elsewhere. Of a response format `text` and `json_object` are enough.
    QString text = {};

    bool operator==(const ParameterInput &) const = default;
};

/// Why a text is no value of a parameter.
struct ParameterProblem
{
    enum class Kind {
        NoNumber,
        NoWholeNumber,
        OutOfRange, ///< `low` to `high`
        NoJson, ///< `line`, `column` (from 1) and `words` of the parser
        NoObject,
        NoArray,
        Lacks, ///< `words` names the member, such as `tools[1].type`
        OwnRow, ///< among the further members: `words` has a row of its own, or is the application's business
    };
    Kind kind = Kind::NoNumber;
    double low = 0.0;
    double high = 0.0;
    int line = 0;
    int column = 0;
    QString words = {};

    bool operator==(const ParameterProblem &) const = default;
};

/// `field` as a person would write it.
ParameterInput parameterInput(const ChatParameters &parameters, ParameterField field);

/// Puts `input` into `parameters`; when there is a problem nothing changes.
std::optional<ParameterProblem> setParameter(ChatParameters &parameters, ParameterField field,
                                             const ParameterInput &input);

/// The JSON that a value is sent as, to go on with as raw JSON; empty for what is no value.
QString rawJsonOf(ParameterField field, const ParameterInput &input);

/// How many parameters are set; further members count one each.
int countParameters(const ChatParameters &parameters);

/// What `parameters` limit the answer to, also when it is written as raw JSON or under the newer name.
std::optional<qint64> outputLimit(const ChatParameters &parameters);

} // namespace core
