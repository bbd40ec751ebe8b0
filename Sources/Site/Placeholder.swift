import Hummingbird
import Yams
import HouseRules
