/// Texts about pay as journals hold them. Lines are only ever added. A `\#` at the end joins
/// a line with the next.
enum FrozenCommissionTexts {
    static let events = #"""
        {"adopted":{"_0":{"overridePerMillion":500,"basis":"signing","heads":["A","C"],"rates":{\#
        "房":[{"from":0,"perMillion":2000}]},"others":[{"points":500}],"slip":"s","from":20240},"\#
        at":1748827800000}}
        {"scorePublished":{"at":1748827800000,"_0":"A","score":8300,"month":20240,"by":"m"}}
        {"workedOut":{"_1":[{"adjustments":-5,"gross":20,"staff":"A","lines":[{"kind":{"share":{\#
        "points":5000}},"paid":9,"perMillion":2000,"amount":10,"deal":"d","base":100,"deferred":\#
        0},{"kind":{"part":{"points":500}},"paid":9,"perMillion":2000,"amount":10,"deal":"d","ba\#
        se":100,"deferred":0},{"kind":{"override":{"of":"A"}},"paid":9,"perMillion":2000,"amount\#
        ":10,"deal":"d","base":100,"deferred":0},{"kind":{"clawback":{"of":20240}},"paid":9,"per\#
        Million":2000,"amount":10,"deal":"d","base":100,"deferred":0},{"kind":{"moved":{"points"\#
        :3000,"of":20240}},"paid":9,"perMillion":2000,"amount":10,"deal":"d","base":100,"deferre\#
        d":0},{"kind":{"correction":{"of":20240,"_0":"c"}},"paid":9,"perMillion":2000,"amount":1\#
        0,"deal":"d","base":100,"deferred":0}],"score":8300,"fixed":6,"carried":0,"month":20240,\#
        "payable":13,"base":14,"variable":12,"deferred":0}],"month":20240,"at":1748827800000}}
        {"approved":{"month":20240,"at":1748827800000,"by":"m"}}
        {"locked":{"month":20240,"at":1748827800000}}
        {"corrected":{"_0":{"slip":"c","deal":"d","of":20240,"amount":-5,"note":"漏计","staff":"A"\#
        },"at":1748827800000,"by":"m"}}
        """#

    static let commands = #"""
        {"adopt":{"_0":{"others":[{"points":500}],"heads":["A","C"],"rates":{"房":[{"perMillion":\#
        2000,"from":0}]},"from":20240,"overridePerMillion":500,"basis":"signing","slip":"s"}}}
        {"publishScore":{"_0":"A","month":20240,"score":8300}}
        {"workOut":{"_1":[{"received":20240,"signed":20240,"deal":"d","product":"房","price":100,\#
        "cancelled":20240,"shares":{"performance":[{"staff":"A","points":10000}],"commission":[{\#
        "staff":"A","points":10000}]}}],"month":20240}}
        {"approve":{"month":20240}}
        {"lock":{"month":20240}}
        {"correct":{"_0":{"staff":"A","of":20240,"amount":-5,"slip":"c","deal":"d","note":"漏计"}}}
        """#

    static let reasons = #"""
        {"adopted":{"from":20240}}
        {"scored":{"_1":8300,"_0":"A"}}
        {"stated":{"_0":{"payable":13,"base":14,"carried":0,"staff":"A","deferred":0,"lines":[{"\#
        base":100,"perMillion":2000,"kind":{"share":{"points":5000}},"paid":9,"deal":"d","deferr\#
        ed":0,"amount":10},{"base":100,"perMillion":2000,"kind":{"part":{"points":500}},"paid":9\#
        ,"deal":"d","deferred":0,"amount":10},{"base":100,"perMillion":2000,"kind":{"override":{\#
        "of":"A"}},"paid":9,"deal":"d","deferred":0,"amount":10},{"base":100,"perMillion":2000,"\#
        kind":{"clawback":{"of":20240}},"paid":9,"deal":"d","deferred":0,"amount":10},{"base":10\#
        0,"perMillion":2000,"kind":{"moved":{"points":3000,"of":20240}},"paid":9,"deal":"d","def\#
        erred":0,"amount":10},{"base":100,"perMillion":2000,"kind":{"correction":{"_0":"c","of":\#
        20240}},"paid":9,"deal":"d","deferred":0,"amount":10}],"score":8300,"gross":20,"adjustme\#
        nts":-5,"fixed":6,"month":20240,"variable":12}}}
        {"carried":{"_1":-5,"_0":"A"}}
        {"approved":{}}
        {"locked":{}}
        {"corrected":{"_0":-5}}
        """#

    static let refusals = #"""
        {"schemeNotWhole":{}}
        {"numberTaken":{"_0":"s"}}
        {"noScheme":{"_0":20240}}
        {"scoreOutOfRange":{}}
        {"scoreNotPublished":{"_0":["A"]}}
        {"noRate":{"_0":["d"]}}
        {"sharesMissing":{"_0":["d"]}}
        {"monthLocked":{"_0":20240}}
        {"notApproved":{"_0":20240}}
        {"monthOpen":{"_0":20240}}
        {"noteMissing":{}}
        """#
}
